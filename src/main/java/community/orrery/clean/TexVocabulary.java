package community.orrery.clean;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The commands of TeX that formulas in blogs use, and what stands for each in MathML. Data only. */
final class TexVocabulary {

    /** Names and letters. */
    static final Map<String, String> IDENTIFIERS = pairs(
            """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
            nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
            Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
            ell ℓ hbar ℏ Re ℜ Im ℑ wp ℘ aleph ℵ infty ∞ emptyset ∅ varnothing ∅ partial ∂ nabla ∇ imath ı jmath ȷ
            top ⊤ bot ⊥ angle ∠ triangle △ square □ Box □ blacksquare ■ clubsuit ♣ heartsuit ♡ checkmark ✓ degree °
            dots … ldots … dotsc … cdots ⋯ dotsb ⋯ dotsm ⋯ vdots ⋮ ddots ⋱ prime ′ % % $ $ # # & & _ _
            """);

    /** Operators and relations. */
    static final Map<String, String> OPERATORS = pairs(
            """
            cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨
            cap ∩ cup ∪ setminus ∖ backslash \\ sqcup ⊔ sqcap ⊓ uplus ⊎ amalg ⨿ dagger † ddagger ‡
            le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅
            propto ∝ lesssim ≲ gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰ doteq ≐ triangleq ≜ coloneqq ≔ colon : asymp ≍
            in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ parallel ∥ perp ⟂ mid ∣ nmid ∤ vdash ⊢ models ⊨
            forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ therefore ∴ because ∵
            to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸
            iff ⟺ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ longmapsto ⟼ Longrightarrow ⟹ uparrow ↑ downarrow ↓ updownarrow ↕
            nearrow ↗ searrow ↘ hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ leadsto ⇝
            int ∫ iint ∬ iiint ∭ oint ∮ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } { { } } lbrack [ rbrack ]
            vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ | ‖ slash /
            """);

    /** Operators whose bounds stand below and above in a displayed formula. */
    static final Map<String, String> LARGE = pairs(
            "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆ biguplus ⨄");

    /** Functions that take their bound below. */
    static final Set<String> LIMITS = Policy.words("lim max min sup inf limsup liminf argmax argmin det gcd Pr");

    static final Set<String> FUNCTIONS = Policy.words(
            "log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan dim ker deg arg hom mod");

    static final Map<String, String> ACCENTS = pairs(
            "hat ^ widehat ^ tilde ~ widetilde ~ bar ¯ overline ¯ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` overbrace ⏞");

    static final Map<String, String> BELOW = pairs("underline _ underbrace ⏟");

    /** Widths of spaces. */
    static final Map<String, String> SPACES = pairs(
            ", 0.167em : 0.222em ; 0.278em ! -0.167em thinspace 0.167em medspace 0.222em thickspace 0.278em quad 1em qquad 2em enspace 0.5em");

    /** Where each alphabet begins in Unicode: capital A, small a, digit 0 (0: it has none). */
    static final Map<String, int[]> ALPHABETS = Map.ofEntries(
            Map.entry("mathbf", new int[] {0x1d400, 0x1d41a, 0x1d7ce}),
            Map.entry("boldsymbol", new int[] {0x1d468, 0x1d482, 0x1d7ce}),
            Map.entry("bm", new int[] {0x1d468, 0x1d482, 0x1d7ce}),
            Map.entry("mathcal", new int[] {0x1d49c, 0x1d4b6, 0}),
            Map.entry("mathscr", new int[] {0x1d49c, 0x1d4b6, 0}),
            Map.entry("mathfrak", new int[] {0x1d504, 0x1d51e, 0}),
            Map.entry("mathbb", new int[] {0x1d538, 0x1d552, 0x1d7d8}),
            Map.entry("mathsf", new int[] {0x1d5a0, 0x1d5ba, 0x1d7e2}),
            Map.entry("mathtt", new int[] {0x1d670, 0x1d68a, 0x1d7f6}));

    /** Letters that Unicode knew before it had the alphabets, so that they have no place in them. */
    static final Map<Integer, Integer> EARLIER = Map.ofEntries(
            Map.entry(0x1d49d, 0x212c),
            Map.entry(0x1d4a0, 0x2130),
            Map.entry(0x1d4a1, 0x2131),
            Map.entry(0x1d4a3, 0x210b),
            Map.entry(0x1d4a4, 0x2110),
            Map.entry(0x1d4a7, 0x2112),
            Map.entry(0x1d4a8, 0x2133),
            Map.entry(0x1d4ad, 0x211b),
            Map.entry(0x1d4ba, 0x212f),
            Map.entry(0x1d4bc, 0x210a),
            Map.entry(0x1d4c4, 0x2134),
            Map.entry(0x1d506, 0x212d),
            Map.entry(0x1d50b, 0x210c),
            Map.entry(0x1d50c, 0x2111),
            Map.entry(0x1d515, 0x211c),
            Map.entry(0x1d51d, 0x2128),
            Map.entry(0x1d53a, 0x2102),
            Map.entry(0x1d53f, 0x210d),
            Map.entry(0x1d545, 0x2115),
            Map.entry(0x1d547, 0x2119),
            Map.entry(0x1d548, 0x211a),
            Map.entry(0x1d549, 0x211d),
            Map.entry(0x1d551, 0x2124));

    /** Tables, and the fences that each puts around itself. */
    static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("matrix", ""),
            Map.entry("smallmatrix", ""),
            Map.entry("array", ""),
            Map.entry("pmatrix", "()"),
            Map.entry("bmatrix", "[]"),
            Map.entry("Bmatrix", "{}"),
            Map.entry("vmatrix", "||"),
            Map.entry("Vmatrix", "‖‖"),
            Map.entry("cases", "{"),
            Map.entry("aligned", ""),
            Map.entry("align", ""),
            Map.entry("align*", ""),
            Map.entry("alignat*", ""),
            Map.entry("split", ""),
            Map.entry("gather", ""),
            Map.entry("gather*", ""),
            Map.entry("gathered", ""),
            Map.entry("eqnarray", ""),
            Map.entry("eqnarray*", ""),
            Map.entry("equation", ""),
            Map.entry("equation*", ""),
            Map.entry("multline", ""),
            Map.entry("multline*", ""));

    /** Sizes and styles that MathML chooses by itself. */
    static final Set<String> IGNORED = Policy.words(
            "displaystyle textstyle scriptstyle limits nolimits nonumber notag big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr Biggl Biggr");

    private TexVocabulary() {}

    private static Map<String, String> pairs(String text) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
