//! The benchmark with other engines; `cargo xtask bench --peers` runs it.

mod cedar;
mod cel;
mod decimals;
mod kernels;
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
    for width in [decimals::Width::Decimal64, decimals::Width::Decimal128] {
        field.batches.push(Box::new(kernels::Kernels(width)));
    }
    dabiao_benches::run(field, std::env::args().skip(1))
}
