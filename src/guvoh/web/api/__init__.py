"""The JSON API: the use cases that the desk and the command line call, at /api/v1/, described as OpenAPI."""
