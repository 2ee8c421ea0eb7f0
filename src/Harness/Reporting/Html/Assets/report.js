'use strict';
// The page can be read without this: it adds a search over the logs, and pages through long lists.
const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

function pageThrough(data) {
  const rows = JSON.parse(data.textContent), all = Number(data.dataset.all), size = 100;
  const body = document.getElementById(data.dataset.rows).tBodies[0];
  const note = document.querySelector(`[data-table="${data.dataset.rows}"]`);
  const input = element('input', { type: 'search', placeholder: 'Filter differences', ariaLabel: 'Filter differences' });
  const back = element('button', { type: 'button', textContent: 'Previous' });
  const next = element('button', { type: 'button', textContent: 'Next' });
  const place = element('span', { role: 'status' });
  const tools = element('div', { className: 'tools' });
  tools.append(input, back, next, place);
  note.replaceWith(tools);
  let found = rows, first = 0;
  const show = () => {
    body.replaceChildren(...found.slice(first, first + size).map(cells => {
      const row = element('tr', { className: cells[4] ? 'skipped' : '' });
      row.append(...cells.map(text => element('td', { textContent: text })));
      return row;
    }));
    const last = Math.min(first + size, found.length);
    place.textContent = `${found.length ? first + 1 : 0} to ${last} of ${found.length}`
      + (rows.length < all ? ` (${all - rows.length} more are in the files below)` : '');
    back.disabled = first === 0;
    next.disabled = last >= found.length;
  };
  input.addEventListener('input', () => {
    const wanted = input.value.toLowerCase();
    found = wanted ? rows.filter(cells => cells.some(text => text.toLowerCase().includes(wanted))) : rows;
    first = 0;
    show();
  });
  back.addEventListener('click', () => { first -= size; show(); });
  next.addEventListener('click', () => { first += size; show(); });
  show();
}

function searchLogs() {
  const logs = [...document.querySelectorAll('.log pre')];
  if (logs.length === 0) return;
  const input = element('input', { type: 'search', placeholder: 'Search the logs', ariaLabel: 'Search the logs' });
  const place = element('span', { role: 'status' });
  const tools = element('div', { className: 'tools' });
  tools.append(input, place);
  document.querySelector('main').prepend(tools);
  const texts = logs.map(log => log.textContent);
  let waiting;
  const search = () => {
    const wanted = input.value.toLowerCase();
    let count = 0, shown = false;
    logs.forEach((log, index) => {
      const text = texts[index], lower = text.toLowerCase(), parts = [];
      let at = 0, hit;
      while (wanted && count < 1000 && (hit = lower.indexOf(wanted, at)) >= 0) {
        parts.push(text.slice(at, hit), element('mark', { textContent: text.slice(hit, hit + wanted.length) }));
        at = hit + wanted.length;
        count++;
      }
      if (parts.length === 0 && !log.querySelector('mark')) return;
      log.replaceChildren(...parts, text.slice(at));
      if (parts.length === 0) return;
      for (let outer = log.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true;
      if (!shown) { log.querySelector('mark').scrollIntoView({ block: 'center' }); shown = true; }
    });
    place.textContent = wanted ? `${count}${count >= 1000 ? ' or more' : ''} found` : '';
  };
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
}

// What a link points to is seen, and on paper everything is.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let outer = target && target.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true;
}

document.querySelectorAll('[data-rows]').forEach(pageThrough);
searchLogs();
reveal();
addEventListener('hashchange', reveal);
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(details => { details.open = true; }));
