"""Who asks: accounts, their log-ins and API keys, and what each may see and do."""
