package io.goldsmith.connect.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JEXL expression over named texts. It reaches nothing but these and {@link ExpressionFunction}, assigns nothing and has no loops:
 * what it takes is bounded by its length and the lengths of the texts. Immutable, thread-safe.
 */
final class Expression {

    /** The longest expression, in characters. */
    static final int LONGEST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Expression.class);

    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(JexlFeatures.createNone().structuredLiteral(true).comparatorNames(true))
            .uberspect(new ExpressionSandbox())
            .strict(true)
            .safe(false)
            .silent(false)
            .antish(false)
            .cache(0)
            .create();

    private final JexlExpression expression;
    private final Set<String> names;

    private Expression(JexlExpression expression, Set<String> names) {
        this.expression = expression;
        this.names = names;
    }

    /**
     * Compiles an expression.
     *
     * @throws BrokenExpressionException saying where it is broken
     */
    static Expression of(String text) {
        if (text.length() > LONGEST) {
            throw new BrokenExpressionException(
                    1, LONGEST, "it must be at most " + LONGEST + " characters long, but has " + text.length());
        }
        try {
            JexlExpression expression = ENGINE.createExpression(new JexlInfo("expression", 1, 1), text);
            return new Expression(expression, Collections.unmodifiableSet(ExpressionCheck.names(expression)));
        } catch (JexlException broken) {
            JexlInfo place = broken.getInfo();
            throw new BrokenExpressionException(place.getLine(), place.getColumn(), reason(broken));
        } catch (StackOverflowError tooDeep) {
            throw new BrokenExpressionException(
                    1, 1, "it is nested too deeply; write several mappings, or a shorter one");
        }
    }

    private static String reason(JexlException broken) {
        String near = String.valueOf(broken.getDetail()).strip();
        String at = near.isEmpty() || near.length() > 60 ? "" : ", near \"" + near + "\"";
        if (broken instanceof JexlException.Feature) {
            return "expressions have no assignments, loops, variables, methods and classes of their own; call a function such as "
                    + ExpressionFunction.UPPER.usage() + at;
        }
        return "expected an expression, but what stands here ends it or makes none" + at;
    }

    /** The names that it reads. */
    Set<String> names() {
        return names;
    }

    /**
     * What it gives: no values, one, or those of a list, each once; empty ones are left out.
     *
     * @param what what it is the expression of, for the message
     * @param texts a name's texts, none if it has none
     * @throws UnmappableException if it fails on these texts, without quoting them
     */
    List<String> evaluate(String what, Function<String, List<String>> texts) {
        try {
            return ExpressionValues.texts(expression.evaluate(new ExpressionContext(names, texts))).stream()
                    .map(String::trim)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        } catch (ExpressionFailure failure) {
            throw failed(what, failure.getMessage());
        } catch (RuntimeException failure) {
            // Whatever the engine makes of odd values: it is this row that fails, not the run.
            throw failed(what, because(failure));
        }
    }

    private static UnmappableException failed(String what, String reason) {
        return new UnmappableException("the expression of " + what + " fails: " + reason);
    }

    /** The engine's own messages quote values: none of them is passed on. */
    private static String because(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExpressionFailure told) {
                return told.getMessage();
            }
            if (cause instanceof NumberFormatException
                    || cause instanceof org.apache.commons.jexl3.JexlArithmetic.CoercionException) {
                return "it needs a number, but a text is none";
            }
            if (cause instanceof org.apache.commons.jexl3.JexlArithmetic.NullOperand) {
                return "it needs a value where there is none";
            }
            if (cause instanceof ArithmeticException) {
                return "it divides by zero, or a number is too large";
            }
        }
        LOG.debug("an expression failed with {}", failure.getClass().getName());
        return "its values do not fit its operators";
    }
}
