"""Who may do what: API keys with their scopes, and how requests bring them."""
