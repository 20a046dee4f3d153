//! The benchmark with other engines; `cargo xtask bench --peers` runs it.

mod cedar;
mod cel;
mod regorus;
mod rhai;
mod words;
mod zen;

use std::process::ExitCode;

use dabiao_benches::Field;

fn main() -> ExitCode {
    let mut field = Field::without_peers();
    field.engines.push(Box::new(zen::Zen));
    field.engines.push(Box::new(rhai::Rhai::decimals()));
    field.engines.push(Box::new(rhai::Rhai::floats()));
    field.engines.push(Box::new(cel::Cel::new()));
    field.engines.push(Box::new(regorus::Regorus));
    field.engines.push(Box::new(cedar::Cedar::Decimals));
    field.engines.push(Box::new(cedar::Cedar::Thousandths));
    dabiao_benches::run(field, std::env::args().skip(1))
}
