"""The same operations as JSON, under /api/v1 and in the OpenAPI document."""
