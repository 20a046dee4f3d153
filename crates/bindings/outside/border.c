/* What may go wrong at the border, and Arrow's streams both ways. It ends with 0 where all is as it should be. */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dabiao.h"

/* As Arrow's C data interface and C stream interface define them. */
struct ArrowSchema {
    const char *format, *name, *metadata;
    int64_t flags, n_children;
    struct ArrowSchema **children, *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};
struct ArrowArray {
    int64_t length, null_count, offset, n_buffers, n_children;
    const void **buffers;
    struct ArrowArray **children, *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#define HOLDS(condition)                                                      \
    do {                                                                      \
        if (!(condition)) {                                                   \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);   \
            exit(1);                                                          \
        }                                                                     \
    } while (0)
#define TEXT(literal) (literal), strlen(literal)

static const char *RULES = "metric x\n  type: percent in 0%..100%\ntarget x >= 90%\n";
static const char *DAY = "{\"as_of\": \"2011-12-31\"}";

static dabiao_plan *plan_of(const char *rules) {
    dabiao_error *error = NULL;
    dabiao_plan *plan = dabiao_plan_parse(TEXT(rules), &error);
    HOLDS(plan && !error);
    return plan;
}

static void kinds_of_error(void) {
    dabiao_error *error = NULL;
    HOLDS(!dabiao_plan_parse(TEXT("target x >= 90 %%"), &error));
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_RULES);
    HOLDS(dabiao_text_length(dabiao_error_message(error)) > 0);
    dabiao_text *zh = dabiao_error_diagnostics(error, TEXT("zh"), NULL);
    HOLDS(strstr(dabiao_text_data(zh), "dabiao.diagnostics/1"));
    dabiao_text_free(zh);
    HOLDS(!dabiao_error_diagnostics(error, TEXT("fr"), NULL));
    dabiao_error_free(error);

    dabiao_plan *plan = plan_of(RULES);
    dabiao_metrics *metrics = dabiao_metrics_new(plan, &error);
    HOLDS(!dabiao_metrics_set(metrics, NULL, 0, NULL, 0, TEXT("x"), TEXT("120%"), &error));
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_DATA);
    dabiao_error_free(error);
    HOLDS(!dabiao_metrics_set(metrics, NULL, 0, NULL, 0, TEXT("x"), TEXT("\xff\xfe"), &error));
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_CALL);
    dabiao_error_free(error);
    HOLDS(!dabiao_metrics_set(metrics, NULL, 0, NULL, 0, NULL, 3, TEXT("91%"), &error));
    dabiao_error_free(error);
    HOLDS(!dabiao_plan_evaluate(plan, metrics, TEXT("{"), &error));
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_CALL);
    dabiao_error_free(error);
    HOLDS(!dabiao_plan_evaluate(NULL, metrics, TEXT(DAY), &error));
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_CALL);
    dabiao_error_free(error);
    /* Nobody has to listen. */
    HOLDS(!dabiao_plan_parse(TEXT("("), NULL));
    HOLDS(!dabiao_plan_load(TEXT("no/such/folder"), NULL));
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
}

static void nothing_at_all(void) {
    dabiao_summary summary = {1, 1, 1, 1, 1, 1, 1};
    HOLDS(dabiao_error_kind(NULL) == DABIAO_ERROR_NONE && !dabiao_error_message(NULL));
    HOLDS(!dabiao_text_data(NULL) && dabiao_text_length(NULL) == 0);
    dabiao_report_summary(NULL, &summary);
    HOLDS(summary.met == 0 && summary.error == 0);
    HOLDS(!dabiao_plan_targets(NULL, NULL) && !dabiao_metrics_new(NULL, NULL) && !dabiao_plan_warnings(NULL, NULL, 0, NULL));
    HOLDS(!dabiao_report_render(NULL, TEXT("json"), NULL, 0, NULL) && !dabiao_report_verdict(NULL, TEXT("x"), NULL));
    HOLDS(!dabiao_metrics_fill_json(NULL, TEXT("{}"), NULL) && !dabiao_metrics_fill_arrow(NULL, NULL, 0, NULL, NULL));
    HOLDS(!dabiao_report_arrow(NULL, NULL, NULL) && !dabiao_plan_judge_arrow(NULL, NULL, NULL, 0, 1, NULL, NULL, NULL));
    dabiao_error_free(NULL), dabiao_text_free(NULL), dabiao_plan_free(NULL), dabiao_metrics_free(NULL), dabiao_report_free(NULL);
    HOLDS(strchr(dabiao_version(), '.'));
}

static void a_panic_is_an_error(void) {
    dabiao_plan *plan = plan_of(RULES);
    dabiao_metrics *metrics = dabiao_metrics_new(plan, NULL);
    HOLDS(dabiao_metrics_set(metrics, NULL, 0, NULL, 0, TEXT("x"), TEXT("462/500"), NULL));
    for (int again = 0; again < 3; again++) {
        dabiao_error *error = NULL;
        const char *planted = "{\"as_of\": \"2011-12-31\", \"entity\": \"planted panic\"}";
        HOLDS(!dabiao_plan_evaluate(plan, metrics, TEXT(planted), &error));
        HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_INTERNAL);
        HOLDS(strstr(dabiao_text_data(dabiao_error_message(error)), "planted for a test"));
        dabiao_error_free(error);
        dabiao_report *report = dabiao_plan_evaluate(plan, metrics, TEXT(DAY), &error);
        dabiao_text *verdict = dabiao_report_verdict(report, TEXT("x"), &error);
        HOLDS(!error && strcmp(dabiao_text_data(verdict), "met") == 0);
        HOLDS(!dabiao_report_verdict(report, TEXT("y"), &error) && !error);
        dabiao_text_free(verdict);
        dabiao_report_free(report);
    }
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
}

/* A number goes in as text and comes back as `exact`, digit by digit. */
static void comes_back(const char *number, const char *written) {
    dabiao_plan *plan = plan_of("metric x\nx >= 0");
    dabiao_metrics *metrics = dabiao_metrics_new(plan, NULL);
    HOLDS(dabiao_metrics_set(metrics, NULL, 0, NULL, 0, TEXT("x"), TEXT(number), NULL));
    dabiao_report *report = dabiao_plan_evaluate(plan, metrics, TEXT(DAY), NULL);
    dabiao_text *json = dabiao_report_render(report, TEXT("json"), NULL, 0, NULL);
    HOLDS(strstr(dabiao_text_data(json), written));
    dabiao_text_free(json);
    dabiao_report_free(report);
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
}

static void exact_numbers_come_back(void) {
    comes_back("1234567890123.456789012345678", "\"exact\": \"1234567890123.456789012345678\"");
    comes_back("1/3", "\"exact\": \"1/3\"");
}

/* A frame of two rows: entity a and b, x 91 and 89. */
static int32_t OFFSETS[] = {0, 1, 2};
static int64_t VALUES[] = {91, 89};
static const void *ROWS_BUFFERS[] = {NULL}, *TEXT_BUFFERS[] = {NULL, OFFSETS, "ab"}, *NUMBER_BUFFERS[] = {NULL, VALUES};
static int released;

static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }
static void release_array(struct ArrowArray *array) { array->release = NULL; }

static int frame_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
    static struct ArrowSchema entity, x, *children[] = {&entity, &x};
    (void)stream;
    entity = (struct ArrowSchema){"u", "entity", NULL, 2, 0, NULL, NULL, release_schema, NULL};
    x = (struct ArrowSchema){"l", "x", NULL, 2, 0, NULL, NULL, release_schema, NULL};
    *out = (struct ArrowSchema){"+s", "", NULL, 0, 2, children, NULL, release_schema, NULL};
    return 0;
}

static int frame_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
    static struct ArrowArray entity, x, *children[] = {&entity, &x};
    int *given = stream->private_data;
    if ((*given)++) {
        memset(out, 0, sizeof *out);
        return 0;
    }
    entity = (struct ArrowArray){2, 0, 0, 3, 0, TEXT_BUFFERS, NULL, NULL, release_array, NULL};
    x = (struct ArrowArray){2, 0, 0, 2, 0, NUMBER_BUFFERS, NULL, NULL, release_array, NULL};
    *out = (struct ArrowArray){2, 0, 0, 1, 2, ROWS_BUFFERS, children, NULL, release_array, NULL};
    return 0;
}

static const char *frame_error(struct ArrowArrayStream *stream) {
    (void)stream;
    return NULL;
}

static void frame_release(struct ArrowArrayStream *stream) {
    released++;
    stream->release = NULL;
}

static struct ArrowArrayStream frame(int *given) {
    *given = 0;
    return (struct ArrowArrayStream){frame_schema, frame_next, frame_error, frame_release, given};
}

static int64_t rows_of(struct ArrowArrayStream *stream, int64_t *columns) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    HOLDS(stream->get_schema(stream, &schema) == 0 && schema.release);
    *columns = schema.n_children;
    HOLDS(stream->get_next(stream, &array) == 0 && array.release);
    int64_t rows = array.length;
    array.release(&array);
    schema.release(&schema);
    HOLDS(stream->get_next(stream, &array) == 0 && !array.release);
    stream->release(stream);
    return rows;
}

static void streams(void) {
    int given;
    int64_t columns;
    dabiao_error *error = NULL;
    dabiao_summary summary;
    struct ArrowArrayStream in = frame(&given), out;
    dabiao_plan *plan = plan_of(RULES);
    dabiao_metrics *metrics = dabiao_metrics_new(plan, NULL);
    HOLDS(dabiao_metrics_fill_arrow(metrics, TEXT("frame"), &in, &error) && released == 1);
    HOLDS(dabiao_plan_judge_arrow(plan, metrics, TEXT(DAY), 2, &out, &summary, &error));
    HOLDS(summary.met == 1 && summary.missed == 1);
    HOLDS(rows_of(&out, &columns) == 2 && columns == 3);
    dabiao_report *report = dabiao_plan_evaluate(plan, metrics, TEXT(DAY), &error);
    HOLDS(dabiao_report_arrow(report, &out, &error));
    dabiao_report_free(report);
    HOLDS(rows_of(&out, &columns) == 2 && columns == 10);
    /* A second value at the same place is refused, and the stream is released all the same. */
    in = frame(&given);
    HOLDS(!dabiao_metrics_fill_arrow(metrics, TEXT("frame"), &in, &error) && released == 2);
    HOLDS(dabiao_error_kind(error) == DABIAO_ERROR_DATA);
    dabiao_error_free(error);
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
}

struct shared {
    const dabiao_plan *plan;
    const dabiao_metrics *metrics;
};

static void *asks(void *argument) {
    struct shared *shared = argument;
    for (int again = 0; again < 20; again++) {
        dabiao_report *report = dabiao_plan_evaluate(shared->plan, shared->metrics, TEXT(DAY), NULL);
        dabiao_summary summary;
        dabiao_report_summary(report, &summary);
        HOLDS(summary.met == 1);
        dabiao_report_free(report);
    }
    return NULL;
}

static void threads(void) {
    dabiao_plan *plan = plan_of(RULES);
    dabiao_metrics *metrics = dabiao_metrics_new(plan, NULL);
    struct shared shared = {plan, metrics};
    pthread_t running[4];
    HOLDS(dabiao_metrics_fill_json(metrics, TEXT("{\"x\": 91}"), NULL));
    for (int thread = 0; thread < 4; thread++) {
        HOLDS(pthread_create(&running[thread], NULL, asks, &shared) == 0);
    }
    for (int thread = 0; thread < 4; thread++) {
        pthread_join(running[thread], NULL);
    }
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
}

int main(void) {
    kinds_of_error();
    nothing_at_all();
    a_panic_is_an_error();
    exact_numbers_come_back();
    streams();
    threads();
    return 0;
}
