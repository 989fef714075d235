package community.orrery.clean;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of a language without knowing its grammar.
 *
 * @param style how its text is cut
 * @param lineComment what begins a comment that ends with its line; each stands for itself
 * @param blockComment what begins and what ends a comment over several lines; empty when there is none
 * @param quotes the characters that begin and end a string
 * @param ignoresCase keywords are written in capitals, too
 */
record Lexicon(
        Style style,
        List<String> lineComment,
        List<String> blockComment,
        String quotes,
        boolean ignoresCase,
        Set<String> keywords) {

    /** How a language's text is cut. */
    enum Style {
        /** Comments, strings, numbers, words. */
        PROGRAM,
        /** The same; a word or string before a colon is a key. */
        KEYS,
        /** Tags with attributes. */
        TAGS,
        /** Lines that were added or removed. */
        DIFF
    }

    private static final List<String> SLASHES = List.of("//");
    private static final List<String> STARS = List.of("/*", "*/");
    private static final List<String> HASH = List.of("#");
    private static final List<String> NONE = List.of();

    private static final Map<String, Lexicon> BY_NAME = new HashMap<>();

    static {
        String c =
                "auto break case char const continue default do double else enum extern float for goto if inline int long"
                        + " register restrict return short signed sizeof static struct switch typedef union unsigned void volatile"
                        + " while bool true false NULL size_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t ";
        put("c h", Style.PROGRAM, SLASHES, STARS, "\"'", false, c);
        put(
                "cpp c++ cxx hpp cuda cu hip opencl",
                Style.PROGRAM,
                SLASHES,
                STARS,
                "\"'",
                false,
                c
                        + "alignas alignof and catch class concept const_cast consteval constexpr constinit co_await co_return"
                        + " co_yield decltype delete dynamic_cast explicit export final friend mutable namespace new noexcept"
                        + " not nullptr operator or override private protected public reinterpret_cast requires static_assert"
                        + " static_cast template this throw try typeid typename using virtual __global__ __device__ __host__"
                        + " __shared__");
        put(
                "fortran f90 f95 f03 f08",
                Style.PROGRAM,
                List.of("!"),
                NONE,
                "\"'",
                true,
                "allocatable allocate associate block call case character class close codimension common complex concurrent"
                        + " contains contiguous critical cycle data deallocate deferred dimension do double elemental else"
                        + " elseif end enddo endif endfunction endmodule endprogram endsubroutine entry error exit extends"
                        + " external forall format function generic go goto if implicit import in include inout integer"
                        + " intent interface intrinsic kind len logical module namelist none nullify only open operator"
                        + " optional out parameter pass pointer precision print private procedure program protected public"
                        + " pure read real recursive result return rewind save select sequence stop submodule subroutine"
                        + " sync target then to type use value volatile where while write");
        put(
                "python py python3 py3 ipython sage snakemake",
                Style.PROGRAM,
                HASH,
                NONE,
                "\"'",
                false,
                "and as assert async await break case class continue def del elif else except False finally for from global"
                        + " if import in is lambda match None nonlocal not or pass raise return True try while with yield"
                        + " self");
        put(
                "bash sh shell zsh ksh slurm console shell-session",
                Style.PROGRAM,
                HASH,
                NONE,
                "\"'",
                false,
                "alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if"
                        + " in local module printf read readonly return select set shift source sudo then trap typeset ulimit"
                        + " unset until while");
        put(
                "java kotlin scala groovy",
                Style.PROGRAM,
                SLASHES,
                STARS,
                "\"'",
                false,
                "abstract assert boolean break byte case catch char class const continue def default do double else enum"
                        + " extends false final finally float for fun if implements import in instanceof int interface long"
                        + " native new null object override package private protected public record return sealed short"
                        + " static strictfp super switch synchronized this throw throws trait transient true try val var"
                        + " void volatile when while with yield");
        put(
                "javascript js jsx mjs typescript ts tsx",
                Style.PROGRAM,
                SLASHES,
                STARS,
                "\"'`",
                false,
                "abstract as async await boolean break case catch class const continue debugger declare default delete do"
                        + " else enum export extends false finally for from function get if implements import in instanceof"
                        + " interface let namespace new null number of private protected public readonly return set static"
                        + " string super switch this throw true try type typeof undefined var void while with yield");
        put(
                "go golang",
                Style.PROGRAM,
                SLASHES,
                STARS,
                "\"'`",
                false,
                "any bool break byte case chan complex128 complex64 const continue default defer else error fallthrough false"
                        + " float32 float64 for func go goto if import int int16 int32 int64 int8 interface iota map nil"
                        + " package range return rune select string struct switch true type uint uint16 uint32 uint64 uint8"
                        + " var");
        put(
                "rust rs",
                Style.PROGRAM,
                SLASHES,
                STARS,
                "\"",
                false,
                "as async await bool break char const continue crate dyn else enum extern f32 f64 false fn for i16 i32 i64"
                        + " i8 if impl in isize let loop match mod move mut pub ref return self Self static str struct super"
                        + " trait true type u16 u32 u64 u8 union unsafe use usize where while");
        put("json json5 jsonc geojson", Style.KEYS, SLASHES, NONE, "\"", false, "true false null");
        put("yaml yml", Style.KEYS, HASH, NONE, "\"'", true, "true false null yes no on off");
        put("toml ini cfg conf", Style.PROGRAM, List.of("#", ";"), NONE, "\"'", true, "true false yes no on off");
        put(
                "sql sqlite postgresql mysql psql",
                Style.PROGRAM,
                List.of("--"),
                STARS,
                "\"'",
                true,
                "add all alter analyze and any as asc begin between bigint boolean by cascade case check collate column"
                        + " commit constraint create cross current_date current_timestamp database date default delete desc"
                        + " distinct drop else end except exists explain false foreign from full function grant group having"
                        + " if in index inner insert int integer intersect into is join key left like limit not null numeric"
                        + " offset on or order outer over partition primary procedure real references returning revoke right"
                        + " rollback row rows select set table text then timestamp to transaction trigger true union unique"
                        + " update using values varchar view when where window with");
        put(
                "makefile make cmake dockerfile docker nix lua r julia jl perl ruby rb",
                Style.PROGRAM,
                HASH,
                NONE,
                "\"'",
                false,
                "ARG CMD COPY ENTRYPOINT ENV FROM LABEL RUN USER VOLUME WORKDIR and begin break const def do else elseif elsif"
                        + " end endif false FALSE for foreach function if ifdef ifeq import in include inherit let local"
                        + " module my next nil not NULL or our repeat require return self struct sub then true TRUE unless"
                        + " until use using while with");
        put("html xml xhtml svg rss atom opml", Style.TAGS, NONE, List.of("<!--", "-->"), "\"'", false, "");
        put("diff patch udiff", Style.DIFF, NONE, NONE, "", false, "");
    }

    private static void put(
            String names,
            Style style,
            List<String> lineComment,
            List<String> blockComment,
            String quotes,
            boolean ignoresCase,
            String keywords) {
        Lexicon lexicon = new Lexicon(style, lineComment, blockComment, quotes, ignoresCase, Policy.words(keywords));
        for (String name : names.split(" ")) {
            BY_NAME.put(name, lexicon);
        }
    }

    /** @param language as class names have it, after {@code language-} */
    static Optional<Lexicon> of(String language) {
        return Optional.ofNullable(BY_NAME.get(language));
    }
}
