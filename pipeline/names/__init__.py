"""Names: bilingual pairs, abbreviations, repeats and short forms, clustered into entities of the document; positions."""
