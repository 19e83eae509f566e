"""From an entity of the document to its row in the knowledge base and its listings."""
