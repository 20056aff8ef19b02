"""Streamlit building blocks that several pages use."""
