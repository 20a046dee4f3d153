//! Tree to checked plan: names, types, units and what follows from the rules alone.
