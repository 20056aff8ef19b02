"""Happenings: what one sentence tells, what earlier ones leave to it, and what is told again, as events."""
