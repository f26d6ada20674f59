"""One reader for each kind of transcript. Each turns text into rows; nothing here knows people, words or chat."""
