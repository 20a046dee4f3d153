//! The quotes of one CSV record.

/// A quote that would swallow cells, or be lost, in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QuoteFault {
    /// Where the quote opens, in bytes from the record's begin.
    pub(crate) offset: usize,
    /// The cell, counted from 0.
    pub(crate) cell: usize,
    /// Whether it is never closed; otherwise text follows the closing quote.
    pub(crate) is_open: bool,
}

enum State {
    Start,
    Plain,
    Quoted,
    Closed,
}

/// The first faulty quote of a record as it stands in the text, its line ending included.
///
/// As in spreadsheets, a quote only means something at the begin of a cell: `5" pipe` is a text.
pub(crate) fn check(record: &str, delimiter: u8) -> Option<QuoteFault> {
    if !record.contains('"') {
        return None;
    }
    let mut state = State::Start;
    let mut opened = 0;
    let mut cell = 0_usize;
    let mut bytes = record.bytes().enumerate().peekable();
    while let Some((offset, byte)) = bytes.next() {
        let ends_cell = byte == delimiter || matches!(byte, b'\n' | b'\r');
        state = match state {
            State::Quoted if byte == b'"' => {
                if bytes.next_if(|(_, next)| *next == b'"').is_some() {
                    State::Quoted
                } else {
                    State::Closed
                }
            }
            State::Quoted => State::Quoted,
            State::Start if byte == b'"' => {
                opened = offset;
                State::Quoted
            }
            _ if ends_cell => {
                cell = cell.saturating_add(1);
                State::Start
            }
            State::Closed if byte != b' ' && byte != b'\t' => {
                return Some(QuoteFault { offset: opened, cell, is_open: false });
            }
            State::Closed => State::Closed,
            State::Start | State::Plain => State::Plain,
        };
    }
    matches!(state, State::Quoted).then_some(QuoteFault { offset: opened, cell, is_open: true })
}

#[cfg(test)]
mod tests {
    use super::{QuoteFault, check};

    #[test]
    fn a_quote_is_faulty_where_it_is_open_or_followed_by_text() {
        let open = |offset, cell| Some(QuoteFault { offset, cell, is_open: true });
        let text_behind = |offset, cell| Some(QuoteFault { offset, cell, is_open: false });
        let cases = [
            ("a,\"b\",c\n", None),
            ("a,\"b \"\"q\"\" c\",d", None),
            ("5\" pipe,6\"\n", None),
            ("\"a\" ,b\r\n", None),
            ("\"\",\"\"\n", None),
            ("a,\"b\nc,d\n", open(2, 1)),
            ("\"a\"\"", open(0, 0)),
            ("x,\"b\"c,d\n", text_behind(2, 1)),
        ];
        for (record, expected) in cases {
            assert_eq!(check(record, b','), expected, "{record}");
        }
    }
}
