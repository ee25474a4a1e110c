"""What the gazetteer is built from: GeoNames, airportsdata, and what was written by hand."""
