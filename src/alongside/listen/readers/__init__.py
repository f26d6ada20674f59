"""One reader for each kind of transcript. Each turns text into rows and knows nothing of people or chat."""
