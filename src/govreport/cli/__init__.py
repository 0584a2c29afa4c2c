"""The command line. A run makes many objects that live to its end, among which collecting garbage often finds none: it is done less often."""

import gc

gc.set_threshold(100_000, 20, 20)
