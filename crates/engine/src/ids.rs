//! Typed positions in the engine's tables.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(u32);

        impl $name {
            /// The id of the entry at a position; positions beyond `u32::MAX` are held at that limit, which no
            /// table reaches since cells and terms are limited.
            pub(crate) fn new(index: usize) -> $name {
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The position of the entry.
            pub(crate) fn index(self) -> usize {
                usize::try_from(self.0).unwrap_or(usize::MAX)
            }
        }
    )+};
}

ids! {
    /// An operation of a block, whose column holds its values.
    Slot
    /// A block of a routine.
    BlockId
    /// An entity of the data.
    EntityId
}
