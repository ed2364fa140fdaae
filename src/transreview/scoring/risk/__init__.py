"""The order of risk: which segments to read first when there is no time for all."""
