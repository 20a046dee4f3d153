//! What time is read from.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// The time for which this process had a processor: waiting for other work on the machine does not count. Where
    /// the system does not tell it, the wall's.
    Processor,
    /// The time on the wall, for work by several threads.
    Wall,
}

impl Clock {
    /// The time since some moment that stays the same.
    pub(crate) fn now(self) -> Duration {
        match self {
            Clock::Processor => processor(),
            Clock::Wall => wall(),
        }
    }
}

#[cfg(unix)]
fn processor() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(now).unwrap_or_default()
}

#[cfg(not(unix))]
fn processor() -> Duration {
    wall()
}

fn wall() -> Duration {
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    BEGIN.get_or_init(Instant::now).elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_go_on_and_only_the_walls_goes_on_in_sleep() {
        let before = [Clock::Processor, Clock::Wall].map(Clock::now);
        std::thread::sleep(Duration::from_millis(30));
        let passed = [Clock::Processor.now() - before[0], Clock::Wall.now() - before[1]];
        assert!(passed[1] >= Duration::from_millis(30), "{passed:?}");
        assert!(cfg!(not(unix)) || passed[0] < passed[1], "{passed:?}");
    }
}
