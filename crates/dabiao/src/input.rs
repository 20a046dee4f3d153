//! The kinds of Rust values that a metric can be set to.

use dabiao_model::{Code, Date, Diagnostic, Number, NumberError, Place, Type};
use rust_decimal::Decimal;

/// A value on its way to a metric. The metric's declared type decides how it reads: a bare `91.2` for a percent
/// is 91.2 %, just as in a data file.
///
/// ```
/// use dabiao::Input;
/// let inputs: [Input; 5] = ["91.2%".into(), (462, 500).into(), 91.2.into(), true.into(), 12.into()];
/// assert_eq!(inputs.len(), 5);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A text as a data file would have it.
    Text(String),
    /// An exact number.
    Number(Number),
    /// A share as passes out of a total.
    Counts(u64, u64),
    /// A binary float, taken at its shortest decimal form: `0.1` is exactly one tenth. A float that is the
    /// result of arithmetic carries its rounding with it, so prefer texts, decimals and counts.
    Float(f64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(Date),
}

impl Input {
    /// The value as the text that a data file would have, or the fault of a float that is no number.
    pub(crate) fn text(self, metric: &str) -> Result<String, Diagnostic> {
        Ok(match self {
            Input::Text(text) => text,
            Input::Number(number) => number.to_string(),
            Input::Counts(passes, total) => format!("{passes}/{total}"),
            Input::Float(float) => match Number::try_from(float) {
                Ok(number) => number.to_string(),
                Err(reason) => return Err(not_finite(metric, &float.to_string(), &reason)),
            },
            Input::YesNo(yes) => if yes { "yes" } else { "no" }.to_string(),
            Input::Date(date) => date.to_string(),
        })
    }
}

/// A float that is not a number cannot be a metric's value, and is never taken as missing.
fn not_finite(metric: &str, text: &str, reason: &NumberError) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnreadableValue, Place::Call(metric.into()));
    fault.with("text", text).with("metric", metric).with("type", Type::Number).with("reason", reason)
}

macro_rules! inputs {
    ($($from:ty => |$value:ident| $into:expr;)+) => {$(
        impl From<$from> for Input {
            fn from($value: $from) -> Input {
                $into
            }
        }
    )+};
}

inputs! {
    &str => |text| Input::Text(text.to_string());
    &String => |text| Input::Text(text.clone());
    String => |text| Input::Text(text);
    Number => |number| Input::Number(number);
    Decimal => |decimal| Input::Number(Number::from(decimal));
    i32 => |number| Input::Number(Number::from(number));
    i64 => |number| Input::Number(Number::from(number));
    u32 => |number| Input::Number(Number::from(number));
    u64 => |number| Input::Number(Number::from(number));
    (u64, u64) => |counts| Input::Counts(counts.0, counts.1);
    (u32, u32) => |counts| Input::Counts(counts.0.into(), counts.1.into());
    // What whole numbers without a type are taken for; a negative count is refused where the text is read.
    (i32, i32) => |counts| Input::Text(format!("{}/{}", counts.0, counts.1));
    f64 => |float| Input::Float(float);
    bool => |yes| Input::YesNo(yes);
    Date => |date| Input::Date(date);
}
