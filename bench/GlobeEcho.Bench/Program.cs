Console.Error.WriteLine("Usage: GlobeEcho.Bench quality|speed");
return 2;
