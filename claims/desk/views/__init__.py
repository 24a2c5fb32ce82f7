"""Pages of the desk: each reads the request, calls one function and answers."""
