"""The knowledge base: companies and their listings, bodies, people, places and policies, in both languages.

Tables (`seeds/kb/*.tsv` by hand, `seeds/kb/market/*.tsv` built; the former win) and a user's files are compiled into
one SQLite file in the user's cache folder whenever their content has changed (3 s), and opened from there. With 39,700
entries and 142,900 name keys, on one core of a shared machine: opened in 17 ms with 4 MB (18 MB after reading 33,000
words), against 4,700 ms and 138 MB for reading the tables and building an Aho-Corasick automaton at each start. Name
matching reads 200,000 words a second, gazetteer and linking together 50,000. `compiled.py` has the alternatives.
"""
