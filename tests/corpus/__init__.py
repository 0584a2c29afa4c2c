"""A generator of legacy reports: seeded truths, printed in every form and with every kind of noise seen in real ones, with the cells to be found."""
