//! DataFusion with a limit of memory.

use std::sync::Arc;
use std::time::Duration;

use datafusion::arrow::array::RecordBatch;
use datafusion::common::Result;
use datafusion::execution::context::SessionContext;
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::{ExecutionPlan, collect};
use datafusion::prelude::SessionConfig;

use crate::Options;

/// A session of one run.
pub(crate) struct Session {
    pub(crate) context: SessionContext,
    options: Options,
}

impl Session {
    pub(crate) fn new(options: &Options) -> Result<Session> {
        let mut runtime =
            RuntimeEnvBuilder::new().with_memory_pool(Arc::new(FairSpillPool::new(options.memory)));
        if let Some(folder) = &options.scratch {
            runtime = runtime.with_temp_file_path(folder);
        }
        let config = SessionConfig::new().with_target_partitions(options.threads.max(1));
        let context = SessionContext::new_with_config_rt(config, runtime.build_arc()?);
        Ok(Session { context, options: options.clone() })
    }

    /// Runs a query to its end; `read` tells how many records were read, where the plan itself does not know.
    pub(crate) async fn run(&self, plan: &LogicalPlan, read: &dyn Fn() -> u64) -> Result<Vec<RecordBatch>> {
        let frame = self.context.execute_logical_plan(plan.clone()).await?;
        let task = Arc::new(frame.task_ctx());
        let physical = frame.create_physical_plan().await?;
        let batches = collect(Arc::clone(&physical), task);
        let Some(tell) = &self.options.progress else { return batches.await };
        tokio::pin!(batches);
        loop {
            tokio::select! {
                done = &mut batches => return done,
                () = tokio::time::sleep(Duration::from_millis(200)) => tell(read_so_far(&physical).max(read())),
            }
        }
    }
}

/// How many records the leaves of a plan have read.
fn read_so_far(plan: &Arc<dyn ExecutionPlan>) -> u64 {
    let below = plan.children();
    if below.is_empty() {
        let read = plan.metrics().and_then(|metrics| metrics.output_rows()).unwrap_or(0);
        return u64::try_from(read).unwrap_or(u64::MAX);
    }
    below.into_iter().map(read_so_far).fold(0, u64::saturating_add)
}
