"""Words as people read and type them: cells, dates and lengths, spellings."""
