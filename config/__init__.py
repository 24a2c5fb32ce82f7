"""How the product starts: environment, settings, database server, queue, web entry points."""
