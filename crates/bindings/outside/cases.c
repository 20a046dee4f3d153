/* The corpus of cases over the C interface: `cases CASES OUT` writes OUT/NAME.json for each case. */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dabiao.h"

typedef struct {
    char *data;
    size_t length;
} bytes;

static bytes read_file(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    bytes read = {NULL, 0};
    if (!file) {
        return read;
    }
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    read.data = malloc((size_t)size + 1);
    read.length = fread(read.data, 1, (size_t)size, file);
    fclose(file);
    return read;
}

/* Entity, period, metric and value, parted by tabs; the first two may be empty. */
static bool set_line(dabiao_metrics *metrics, const char *line, size_t length, dabiao_error **error) {
    const char *cells[4];
    size_t lengths[4];
    for (int cell = 0; cell < 4; cell++) {
        const char *tab = memchr(line, '\t', length);
        size_t width = cell == 3 || !tab ? length : (size_t)(tab - line);
        cells[cell] = width == 0 && cell < 2 ? NULL : line;
        lengths[cell] = width;
        line += width + 1;
        length -= cell == 3 ? width : width + 1;
    }
    return dabiao_metrics_set(metrics, cells[0], lengths[0], cells[1], lengths[1], cells[2], lengths[2], cells[3],
                              lengths[3], error);
}

static bool fill(dabiao_metrics *metrics, const char *folder, dabiao_error **error) {
    bytes json = read_file(folder, "data.json");
    bytes csv = read_file(folder, "data.csv");
    bytes set = read_file(folder, "set.tsv");
    bytes records = read_file(folder, "records.csv");
    bool filled = true;
    if (filled && json.data) {
        filled = dabiao_metrics_fill_json(metrics, json.data, json.length, error);
    }
    if (filled && csv.data) {
        filled = dabiao_metrics_read(metrics, "data.csv", 8, csv.data, csv.length, error);
    }
    for (size_t at = 0; filled && set.data && at < set.length;) {
        const char *end = memchr(set.data + at, '\n', set.length - at);
        size_t length = end ? (size_t)(end - (set.data + at)) : set.length - at;
        filled = set_line(metrics, set.data + at, length, error);
        at += length + 1;
    }
    if (filled && records.data) {
        filled = dabiao_metrics_read_table(metrics, "records", 7, "records.csv", 11, records.data, records.length, error);
    }
    free(json.data);
    free(csv.data);
    free(set.data);
    free(records.data);
    return filled;
}

/* The report as JSON, or the diagnostics. */
static dabiao_text *answer(const char *folder) {
    bytes rules = read_file(folder, "rules.dabiao");
    bytes question = read_file(folder, "question.json");
    dabiao_error *error = NULL;
    dabiao_metrics *metrics = NULL;
    dabiao_report *report = NULL;
    dabiao_text *text = NULL;
    dabiao_plan *plan = dabiao_plan_parse(rules.data, rules.length, &error);
    if (plan) {
        metrics = dabiao_metrics_new(plan, &error);
    }
    if (metrics && fill(metrics, folder, &error)) {
        report = dabiao_plan_evaluate(plan, metrics, question.data, question.length, &error);
    }
    if (report) {
        text = dabiao_report_render(report, "json", 4, NULL, 0, NULL);
    } else {
        text = dabiao_error_diagnostics(error, NULL, 0, NULL);
    }
    dabiao_report_free(report);
    dabiao_metrics_free(metrics);
    dabiao_plan_free(plan);
    dabiao_error_free(error);
    free(rules.data);
    free(question.data);
    return text;
}

int main(int count, char **words) {
    DIR *cases = count == 3 ? opendir(words[1]) : NULL;
    if (!cases) {
        fprintf(stderr, "usage: cases CASES OUT\n");
        return 2;
    }
    for (struct dirent *entry; (entry = readdir(cases));) {
        char path[4096];
        if (entry->d_name[0] == '.') {
            continue;
        }
        snprintf(path, sizeof path, "%s/%s", words[1], entry->d_name);
        dabiao_text *text = answer(path);
        snprintf(path, sizeof path, "%s/%s.json", words[2], entry->d_name);
        FILE *file = fopen(path, "wb");
        if (!text || !file) {
            fprintf(stderr, "%s: no answer\n", path);
            return 1;
        }
        fwrite(dabiao_text_data(text), 1, dabiao_text_length(text), file);
        fclose(file);
        dabiao_text_free(text);
    }
    closedir(cases);
    return 0;
}
