"""Values in text: money, dates, percentages, tickers."""
