"""The library: reports in, events out, kept and drawn. It knows no screen."""
