// What any .NET program costs before it does anything.
Console.WriteLine("Hello, Ada!");
