/*
 * dabiao: an exact rules engine for quality targets.
 *
 * This file is made from the sources by cbindgen. What holds for every function:
 *
 * - Texts go in as UTF-8 with their length in bytes and need no zero byte behind them. They are read during the call
 *   and never kept.
 * - Texts come out as a `dabiao_text`: `dabiao_text_data` and `dabiao_text_length` read it.
 * - Who gets a pointer to a handle owns it, unless its function says otherwise, and gives it back once with the function
 *   whose name ends in `_free`. Freeing NULL does nothing.
 * - A function that can fail takes `error`. It sets `*error` to NULL, or to an error that the caller frees; where `error`
 *   is NULL, nobody is told more than that it failed. It then answers NULL or false.
 * - Nothing unwinds into the caller. A defect of the library is an error of the kind `DABIAO_ERROR_INTERNAL`, and the next
 *   call works.
 * - Plans and reports never change: any number of threads may use one at once. Metrics are changed by one thread at a time,
 *   while no other uses them. An error or a text belongs to one thread at a time.
 * - The library reads no clock, no environment, no network, and no file but the rules that it is told to load.
 */


#ifndef DABIAO_H
#define DABIAO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
/* Arrow's C stream interface, https://arrow.apache.org/docs/format/CStreamInterface.html */
struct ArrowArrayStream;


/**
 * Which part of a call was at fault.
 */
typedef enum {
  /**
   * No error was given.
   */
  DABIAO_ERROR_NONE = 0,
  /**
   * The rules have errors.
   */
  DABIAO_ERROR_RULES = 1,
  /**
   * The data have errors.
   */
  DABIAO_ERROR_DATA = 2,
  /**
   * The call itself is wrong.
   */
  DABIAO_ERROR_CALL = 3,
  /**
   * The library itself failed. This is a defect of it; other calls may follow.
   */
  DABIAO_ERROR_INTERNAL = 4,
} dabiao_error_kind_t;

/**
 * What went wrong in a call.
 */
typedef struct dabiao_error dabiao_error;

/**
 * A table of one plan's metrics. One thread may change it at a time, and none may read it meanwhile; while nobody changes
 * it, any number of threads may evaluate it.
 */
typedef struct dabiao_metrics dabiao_metrics;

/**
 * A checked and compiled plan. It never changes: any number of threads may use it at once.
 */
typedef struct dabiao_plan dabiao_plan;

/**
 * The answers for a whole plan. It never changes: any number of threads may use it at once.
 */
typedef struct dabiao_report dabiao_report;

/**
 * A text that the library made. It is UTF-8, and a zero byte stands behind it.
 */
typedef struct dabiao_text dabiao_text;

/**
 * How many results bear which verdict.
 */
typedef struct {
  uint64_t met;
  uint64_t missed;
  uint64_t pending;
  uint64_t unknown;
  uint64_t uncertain;
  uint64_t not_applicable;
  uint64_t error;
} dabiao_summary;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Adds the values of a wide frame: columns `entity` and `period`, and one for each metric, of decimals, integers, texts,
 * yes/no or days. Floats are refused. Evidence and faults call the frame by its name. The stream is used up, and released
 * whatever the answer. Where it answers false, the table is not one to judge.
 *
 * # Safety
 * `metrics` was not freed, and nobody else uses it meanwhile; `stream` is NULL or a valid stream by Arrow's C stream
 * interface that is not used again; `name` is NULL or has so many bytes; `error` is NULL or may be written to.
 */
bool dabiao_metrics_fill_arrow(dabiao_metrics *metrics,
                               const char *name,
                               size_t name_length,
                               struct ArrowArrayStream *stream,
                               dabiao_error **error);

/**
 * The results of a report as a stream of one batch: `target`, `entity`, `period`, `verdict`, `flags`, `condition`,
 * `observed`, `required`, `margin`, `source`. The caller releases the stream; it does not need the report any more.
 *
 * # Safety
 * `report` is a report that was not freed; `stream` may be written to; `error` is NULL or may be written to.
 */
bool dabiao_report_arrow(const dabiao_report *report,
                         struct ArrowArrayStream *stream,
                         dabiao_error **error);

/**
 * Judges every target for every entity without evidence, in so many threads, as a stream of one batch: `entity`, `period`,
 * and a column of verdicts for each target. The caller releases the stream; `summary` may be NULL.
 *
 * # Safety
 * `plan` and `metrics` were not freed, and nobody changes the metrics meanwhile; `question` is NULL or has so many bytes;
 * `stream` may be written to; `summary` and `error` are NULL or may be written to.
 */
bool dabiao_plan_judge_arrow(const dabiao_plan *plan,
                             const dabiao_metrics *metrics,
                             const char *question,
                             size_t question_length,
                             size_t threads,
                             struct ArrowArrayStream *stream,
                             dabiao_summary *summary,
                             dabiao_error **error);

/**
 * Which part of a call was at fault. NULL gives `DABIAO_ERROR_NONE`.
 *
 * # Safety
 * `error` is NULL or an error that was not freed.
 */
dabiao_error_kind_t dabiao_error_kind(const dabiao_error *error);

/**
 * What went wrong, in English, one line for each thing. The text belongs to the error and is freed with it. NULL gives
 * NULL.
 *
 * # Safety
 * `error` is NULL or an error that was not freed.
 */
const dabiao_text *dabiao_error_message(const dabiao_error *error);

/**
 * Everything that went wrong as `dabiao.diagnostics/1`, with codes, places and fixes; an internal error has none. The
 * language is `en` or `zh`, or NULL for English. The caller frees the text.
 *
 * # Safety
 * `error` is an error that was not freed; `tag` is NULL or has `tag_length` bytes; `failure` is NULL or may be written
 * to.
 */
dabiao_text *dabiao_error_diagnostics(const dabiao_error *error,
                                      const char *tag,
                                      size_t tag_length,
                                      dabiao_error **failure);

/**
 * Frees an error. NULL does nothing.
 *
 * # Safety
 * `error` is NULL or an error that was not freed, and is not used again.
 */
void dabiao_error_free(dabiao_error *error);

/**
 * An empty table of a plan's metrics. The caller frees it.
 *
 * # Safety
 * `plan` is a plan that was not freed; `error` is NULL or may be written to.
 */
dabiao_metrics *dabiao_metrics_new(const dabiao_plan *plan, dabiao_error **error);

/**
 * Sets a metric in place of the value it had. The value is written as in a data file: `91.2%`, `462/500`, `1/3`, `III`,
 * `yes`, `2011-12-31`. Entity and period are NULL where they do not matter. Where it answers false, the metric keeps the
 * value it had.
 *
 * # Safety
 * `metrics` was not freed, and nobody else uses it meanwhile; every text is NULL or has so many bytes; `error` is NULL or
 * may be written to.
 */
bool dabiao_metrics_set(dabiao_metrics *metrics,
                        const char *entity,
                        size_t entity_length,
                        const char *period,
                        size_t period_length,
                        const char *metric,
                        size_t metric_length,
                        const char *value,
                        size_t value_length,
                        dabiao_error **error);

/**
 * Adds the values of a JSON text: an object, or an array of objects with their `entity` and `period`. Numbers keep their
 * digits. Where it answers false, the table is not one to judge.
 *
 * # Safety
 * As for `dabiao_metrics_set`.
 */
bool dabiao_metrics_fill_json(dabiao_metrics *metrics,
                              const char *json,
                              size_t json_length,
                              dabiao_error **error);

/**
 * Adds the values of a data file that was read already. The ending of its name tells its format, `.json`, `.csv` or
 * `.tsv`; evidence and faults name it. Where it answers false, the table is not one to judge.
 *
 * # Safety
 * As for `dabiao_metrics_set`.
 */
bool dabiao_metrics_read(dabiao_metrics *metrics,
                         const char *name,
                         size_t name_length,
                         const char *data,
                         size_t data_length,
                         dabiao_error **error);

/**
 * Gives the records of a table that the rules declare, from a file that was read already: see `dabiao_metrics_read`.
 *
 * # Safety
 * As for `dabiao_metrics_set`.
 */
bool dabiao_metrics_read_table(dabiao_metrics *metrics,
                               const char *table,
                               size_t table_length,
                               const char *name,
                               size_t name_length,
                               const char *data,
                               size_t data_length,
                               dabiao_error **error);

/**
 * Frees a table. NULL does nothing.
 *
 * # Safety
 * `metrics` is NULL or a table that was not freed, and is not used again.
 */
void dabiao_metrics_free(dabiao_metrics *metrics);

/**
 * The version of the library, as a text that ends in a zero byte and is never freed.
 */
const char *dabiao_version(void);

/**
 * Everything that is to be said of rules, errors and warnings, as `dabiao.diagnostics/1` in a language: `en` or `zh`, or
 * NULL for English. The caller frees the text.
 *
 * # Safety
 * `rules` and `tag` are NULL or have so many bytes; `error` is NULL or may be written to.
 */
dabiao_text *dabiao_check(const char *rules,
                          size_t rules_length,
                          const char *tag,
                          size_t tag_length,
                          dabiao_error **error);

/**
 * Reads rules from a text. The caller frees the plan; NULL is told with an error of the kind `DABIAO_ERROR_RULES`.
 *
 * # Safety
 * `rules` is NULL or has so many bytes; `error` is NULL or may be written to.
 */
dabiao_plan *dabiao_plan_parse(const char *rules,
                               size_t rules_length,
                               dabiao_error **error);

/**
 * Loads a rule file, or a folder of rule files, by its path in UTF-8. The caller frees the plan; NULL is told with an
 * error.
 *
 * # Safety
 * `path` is NULL or has so many bytes; `error` is NULL or may be written to.
 */
dabiao_plan *dabiao_plan_load(const char *path,
                              size_t path_length,
                              dabiao_error **error);

/**
 * What is to be said of rules that can be used, as `dabiao.diagnostics/1` in a language: `en` or `zh`, or NULL for
 * English. The caller frees the text.
 *
 * # Safety
 * `plan` is a plan that was not freed; `tag` is NULL or has so many bytes; `error` is NULL or may be written to.
 */
dabiao_text *dabiao_plan_warnings(const dabiao_plan *plan,
                                  const char *tag,
                                  size_t tag_length,
                                  dabiao_error **error);

/**
 * What the plan asks for, as `dabiao.targets/1`. The caller frees the text.
 *
 * # Safety
 * `plan` is a plan that was not freed; `error` is NULL or may be written to.
 */
dabiao_text *dabiao_plan_targets(const dabiao_plan *plan, dabiao_error **error);

/**
 * Judges every target of a plan on metrics that were made for it. The question is a JSON object with `as_of` and, where
 * they are wanted, `period`, `entity` and `assume`: `{"as_of": "2011-12-31", "assume": {"least": "20%"}}`. The caller
 * frees the report.
 *
 * # Safety
 * `plan` and `metrics` were not freed, and nobody changes the metrics meanwhile; `question` is NULL or has so many bytes;
 * `error` is NULL or may be written to.
 */
dabiao_report *dabiao_plan_evaluate(const dabiao_plan *plan,
                                    const dabiao_metrics *metrics,
                                    const char *question,
                                    size_t question_length,
                                    dabiao_error **error);

/**
 * Frees a plan. Metrics and reports that came from it stay valid. NULL does nothing.
 *
 * # Safety
 * `plan` is NULL or a plan that was not freed, and is not used again.
 */
void dabiao_plan_free(dabiao_plan *plan);

/**
 * How many results bear which verdict. NULL gives zeros.
 *
 * # Safety
 * `report` is NULL or a report that was not freed; `summary` may be written to.
 */
void dabiao_report_summary(const dabiao_report *report, dabiao_summary *summary);

/**
 * The first verdict for a target, in the report's order: `met`, `missed`, `pending`, `unknown`, `uncertain`,
 * `not_applicable` or `error`. The caller frees the text. NULL without an error where the report has no such target.
 *
 * # Safety
 * `report` is a report that was not freed; `target` is NULL or has so many bytes; `error` is NULL or may be written to.
 */
dabiao_text *dabiao_report_verdict(const dabiao_report *report,
                                   const char *target,
                                   size_t target_length,
                                   dabiao_error **error);

/**
 * The report in a form, `json` (`dabiao.report/1`) or `text`, in a language, `en` or `zh`, or NULL for English. The caller
 * frees the text.
 *
 * # Safety
 * `report` is a report that was not freed; `form` and `tag` are NULL or have so many bytes; `error` is NULL or may be
 * written to.
 */
dabiao_text *dabiao_report_render(const dabiao_report *report,
                                  const char *form,
                                  size_t form_length,
                                  const char *tag,
                                  size_t tag_length,
                                  dabiao_error **error);

/**
 * Frees a report. NULL does nothing.
 *
 * # Safety
 * `report` is NULL or a report that was not freed, and is not used again.
 */
void dabiao_report_free(dabiao_report *report);

/**
 * The first byte of a text. It belongs to the text and lives as long; a zero byte stands behind the last one. NULL gives
 * NULL.
 *
 * # Safety
 * `text` is NULL or a text that was not freed.
 */
const char *dabiao_text_data(const dabiao_text *text);

/**
 * The number of bytes of a text, without the zero behind it. NULL has none.
 *
 * # Safety
 * `text` is NULL or a text that was not freed.
 */
size_t dabiao_text_length(const dabiao_text *text);

/**
 * Frees a text. NULL does nothing.
 *
 * # Safety
 * `text` is NULL or a text that was not freed, and is not used again.
 */
void dabiao_text_free(dabiao_text *text);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* DABIAO_H */
