"""The API's own description: the OpenAPI document, its examples, and the pages made from the code."""
