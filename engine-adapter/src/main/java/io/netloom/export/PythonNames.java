package io.netloom.export;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives out names that Python takes and that nothing else has.
final class PythonNames {
    private static final List<String> KEYWORDS = List.of("and", "as", "assert", "async", "await", "break", "case",
            "class", "continue", "def", "del", "elif", "else", "except", "False", "finally", "for", "from", "global",
            "if", "import", "in", "is", "lambda", "match", "None", "nonlocal", "not", "or", "pass", "raise", "return",
            "True", "try", "while", "with", "yield");
    /// What `nn.Module` has already.
    private static final List<String> OF_MODULE = List.of("add_module", "apply", "bfloat16", "buffers",
            "call_super_init", "children", "compile", "cpu", "cuda", "double", "dump_patches", "eval", "extra_repr",
            "float", "forward", "get_buffer", "get_extra_state", "get_parameter", "get_submodule", "half", "ipu",
            "load_state_dict", "modules", "mtia", "named_buffers", "named_children", "named_modules",
            "named_parameters", "parameters", "register_buffer", "register_module", "register_parameter",
            "requires_grad_", "set_extra_state", "set_submodule", "share_memory", "state_dict", "to", "to_empty",
            "train", "training", "type", "xpu", "zero_grad");

    private final Set<String> taken = new HashSet<>(KEYWORDS);

    private PythonNames(List<String> others) {
        taken.addAll(others);
    }

    /// Names for members of an `nn.Module`.
    static PythonNames ofMembers() {
        return new PythonNames(OF_MODULE);
    }

    /// Names for the locals of `forward`.
    static PythonNames ofLocals() {
        return new PythonNames(List.of("self", "torch", "nn", "F", "super"));
    }

    /// A name like `wish`: letters, digits and underscores; a number behind it tells twins apart.
    String take(String wish) {
        String plain = wish.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}_]+", "_")
                .replaceAll("^(?=\\p{Nd}|$|_)", "block_");
        String name = plain;
        for (int twin = 2; !taken.add(name); twin++) {
            name = plain + "_" + twin;
        }
        return name;
    }
}
