"""The knowledge base: companies and their listings, bodies, people, places and policies, in both languages."""
