"""Mixed-script text: scripts, tokenizer, layout, sentences, cues."""
