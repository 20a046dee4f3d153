// The corpus of cases over the C interface from Java, the exact numbers among them, and what a panic becomes there: `Cases LIBRARY CASES OUT`.

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class Cases {
    /** The functions of `dabiao.h` that the cases need. `size_t` is a long on the machines that Java runs on. */
    public interface Dabiao extends Library {
        Pointer dabiao_plan_parse(byte[] rules, long length, PointerByReference error);
        Pointer dabiao_metrics_new(Pointer plan, PointerByReference error);
        boolean dabiao_metrics_fill_json(Pointer metrics, byte[] json, long length, PointerByReference error);
        boolean dabiao_metrics_read(
                Pointer metrics, byte[] name, long nameLength, byte[] data, long length, PointerByReference error);
        boolean dabiao_metrics_read_table(
                Pointer metrics, byte[] table, long tableLength, byte[] name, long nameLength, byte[] data, long length,
                PointerByReference error);
        boolean dabiao_metrics_set(
                Pointer metrics, byte[] entity, long entityLength, byte[] period, long periodLength, byte[] metric,
                long metricLength, byte[] value, long valueLength, PointerByReference error);
        Pointer dabiao_plan_evaluate(
                Pointer plan, Pointer metrics, byte[] question, long length, PointerByReference error);
        Pointer dabiao_report_render(
                Pointer report, byte[] form, long formLength, byte[] tag, long tagLength, PointerByReference error);
        int dabiao_error_kind(Pointer error);
        Pointer dabiao_error_message(Pointer error);
        Pointer dabiao_error_diagnostics(Pointer error, byte[] tag, long tagLength, PointerByReference failure);
        Pointer dabiao_text_data(Pointer text);
        long dabiao_text_length(Pointer text);
        void dabiao_text_free(Pointer text);
        void dabiao_error_free(Pointer error);
        void dabiao_report_free(Pointer report);
        void dabiao_metrics_free(Pointer metrics);
        void dabiao_plan_free(Pointer plan);
    }

    private static Dabiao dabiao;

    /** What the library says in place of an answer. */
    static final class Fault extends Exception {
        final int kind;
        final byte[] diagnostics;

        Fault(Pointer error) {
            super(new String(bytes(dabiao.dabiao_error_message(error)), StandardCharsets.UTF_8));
            kind = dabiao.dabiao_error_kind(error);
            Pointer text = dabiao.dabiao_error_diagnostics(error, null, 0, null);
            diagnostics = bytes(text);
            dabiao.dabiao_text_free(text);
            dabiao.dabiao_error_free(error);
        }
    }

    private static byte[] bytes(Pointer text) {
        return dabiao.dabiao_text_data(text).getByteArray(0, (int) dabiao.dabiao_text_length(text));
    }

    private static <T> T held(T value, PointerByReference error) throws Fault {
        if (error.getValue() != null) {
            throw new Fault(error.getValue());
        }
        return value;
    }

    private static byte[] answer(Path folder, byte[] question) throws IOException, Fault {
        PointerByReference error = new PointerByReference();
        byte[] rules = Files.readAllBytes(folder.resolve("rules.dabiao"));
        List<Runnable> closing = new ArrayList<>();
        try {
            Pointer plan = held(dabiao.dabiao_plan_parse(rules, rules.length, error), error);
            closing.add(() -> dabiao.dabiao_plan_free(plan));
            Pointer metrics = held(dabiao.dabiao_metrics_new(plan, error), error);
            closing.add(() -> dabiao.dabiao_metrics_free(metrics));
            fill(metrics, folder, error);
            Pointer report = held(dabiao.dabiao_plan_evaluate(plan, metrics, question, question.length, error), error);
            closing.add(() -> dabiao.dabiao_report_free(report));
            Pointer text = held(dabiao.dabiao_report_render(report, utf8("json"), 4, null, 0, error), error);
            closing.add(() -> dabiao.dabiao_text_free(text));
            return bytes(text);
        } finally {
            closing.forEach(Runnable::run);
        }
    }

    private static void fill(Pointer metrics, Path folder, PointerByReference error) throws IOException, Fault {
        Path json = folder.resolve("data.json");
        if (Files.exists(json)) {
            byte[] data = Files.readAllBytes(json);
            held(dabiao.dabiao_metrics_fill_json(metrics, data, data.length, error), error);
        }
        Path csv = folder.resolve("data.csv");
        if (Files.exists(csv)) {
            byte[] data = Files.readAllBytes(csv);
            held(dabiao.dabiao_metrics_read(metrics, utf8("data.csv"), 8, data, data.length, error), error);
        }
        Path set = folder.resolve("set.tsv");
        for (String line : Files.exists(set) ? Files.readAllLines(set) : List.<String>of()) {
            byte[][] cells = new byte[4][];
            String[] texts = line.split("\t", -1);
            for (int cell = 0; cell < 4; cell++) {
                cells[cell] = texts[cell].isEmpty() && cell < 2 ? null : utf8(texts[cell]);
            }
            held(
                    dabiao.dabiao_metrics_set(
                            metrics, cells[0], length(cells[0]), cells[1], length(cells[1]), cells[2], length(cells[2]),
                            cells[3], length(cells[3]), error),
                    error);
        }
        Path records = folder.resolve("records.csv");
        if (Files.exists(records)) {
            byte[] data = Files.readAllBytes(records);
            held(
                    dabiao.dabiao_metrics_read_table(
                            metrics, utf8("records"), 7, utf8("records.csv"), 11, data, data.length, error),
                    error);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** The value that the case set is in the answer's evidence, digit by digit. */
    private static void comesBack(Path answer, String number) throws IOException {
        if (!Files.readString(answer).contains("\"exact\": \"" + number + "\"")) {
            throw new AssertionError(number + " is not in " + answer);
        }
    }

    public static void main(String[] words) throws Exception {
        dabiao = Native.load(words[0], Dabiao.class);
        try (var folders = Files.list(Path.of(words[1]))) {
            for (Path folder : folders.toList()) {
                byte[] said;
                try {
                    said = answer(folder, Files.readAllBytes(folder.resolve("question.json")));
                } catch (Fault fault) {
                    said = fault.diagnostics;
                }
                Files.write(Path.of(words[2], folder.getFileName() + ".json"), said);
            }
        }
        comesBack(Path.of(words[2], "28-digits.json"), "1234567890123.456789012345678");
        comesBack(Path.of(words[2], "a-third.json"), "1/3");
        Path line = Path.of(words[1], "one-line");
        try {
            answer(line, utf8("{\"as_of\": \"2011-12-31\", \"entity\": \"planted panic\"}"));
            throw new AssertionError("no panic");
        } catch (Fault fault) {
            if (fault.kind != 4 || !fault.getMessage().contains("planted for a test")) {
                throw new AssertionError(fault.getMessage());
            }
        }
        answer(line, Files.readAllBytes(line.resolve("question.json")));
    }
}
