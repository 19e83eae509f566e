"""Names: bilingual pairs, abbreviations, repeats, short forms, clustered into entities of the document; positions."""
