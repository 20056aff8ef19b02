"""The commands of ``python -m core``, a module each with ``add_to(commands)`` and ``run(options)``."""
