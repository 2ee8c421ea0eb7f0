Console.WriteLine("targets follow");
