package io.goldsmith.connect.mapping;

import io.goldsmith.matching.settings.NearestWord;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.internal.ScriptVisitor;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTArguments;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTEWNode;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTExtendedLiteral;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNEWNode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNSWNode;
import org.apache.commons.jexl3.parser.ASTNamespaceIdentifier;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNullpNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTSWNode;
import org.apache.commons.jexl3.parser.ASTSizeFunction;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.ASTUnaryPlusNode;
import org.apache.commons.jexl3.parser.JexlNode;

/**
 * Looks through a parsed expression before it is ever used: lets pass only what is known to be harmless and to end, and gathers the
 * names that it reads.
 * What is not on its list is refused, whatever a later version of the language brings.
 */
final class ExpressionCheck extends ScriptVisitor {

    private static final Set<Class<? extends JexlNode>> PLAIN = Set.of(
            ASTJexlScript.class,
            ASTAddNode.class,
            ASTSubNode.class,
            ASTMulNode.class,
            ASTDivNode.class,
            ASTModNode.class,
            ASTUnaryMinusNode.class,
            ASTUnaryPlusNode.class,
            ASTAndNode.class,
            ASTOrNode.class,
            ASTNotNode.class,
            ASTEQNode.class,
            ASTNENode.class,
            ASTLTNode.class,
            ASTLENode.class,
            ASTGTNode.class,
            ASTGENode.class,
            ASTSWNode.class,
            ASTEWNode.class,
            ASTNSWNode.class,
            ASTNEWNode.class,
            ASTTernaryNode.class,
            ASTNullpNode.class,
            ASTReferenceExpression.class,
            ASTArguments.class,
            ASTArrayLiteral.class,
            ASTExtendedLiteral.class,
            ASTEmptyFunction.class,
            ASTSizeFunction.class,
            ASTStringLiteral.class,
            ASTNumberLiteral.class,
            ASTTrueNode.class,
            ASTFalseNode.class,
            ASTNullLiteral.class);

    private final Set<String> names = new LinkedHashSet<>();

    private ExpressionCheck() {}

    /**
     * The names that an expression reads, in the order in which they stand there.
     *
     * @throws BrokenExpressionException if it holds anything else than operators, literals, lists, functions and names
     */
    static Set<String> names(JexlExpression expression) {
        ExpressionCheck check = new ExpressionCheck();
        check.visitExpression(expression, "");
        return check.names;
    }

    @Override
    protected Object visitNode(JexlNode node, Object data) {
        if (node instanceof ASTFunctionNode function) {
            function(function);
        } else if (node instanceof ASTReference reference) {
            reference(reference);
        } else if (node.getClass() == ASTIdentifier.class) {
            name((ASTIdentifier) node);
        } else if (node instanceof ASTERNode || node instanceof ASTNRNode) {
            if (!(node.jjtGetChild(1) instanceof ASTArrayLiteral)) {
                throw broken(
                        node,
                        "=~ and !~ want a list such as ['A', 'B'] on their right; for a pattern write "
                                + ExpressionFunction.MATCHES.usage());
            }
            children(node);
        } else if (PLAIN.contains(node.getClass())) {
            children(node);
        } else {
            throw broken(
                    node,
                    "this has no place in a mapping; expected are operators, literals, lists, functions and columns");
        }
        return data;
    }

    private void children(JexlNode node) {
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            node.jjtGetChild(i).jjtAccept(this, "");
        }
    }

    private void function(ASTFunctionNode node) {
        ASTIdentifier identifier = (ASTIdentifier) node.jjtGetChild(0);
        JexlNode arguments = node.jjtGetChild(1);
        String name = identifier.getName();
        ExpressionFunction function = ExpressionFunction.named(name)
                .filter(known -> !(identifier instanceof ASTNamespaceIdentifier))
                .orElseThrow(() -> broken(
                        identifier,
                        "there is no function \"" + name + "\"; "
                                + NearestWord.hint(name, ExpressionFunction.words())));
        if (!function.takes(arguments.jjtGetNumChildren())) {
            throw broken(
                    identifier,
                    "expected " + function.usage() + ", but found " + arguments.jjtGetNumChildren() + " arguments");
        }
        if (function.takesPattern()) {
            pattern(arguments.jjtGetChild(1));
        }
        children(arguments);
    }

    private static void pattern(JexlNode node) {
        if (!(node instanceof ASTStringLiteral literal)) {
            throw broken(node, "a pattern must be written out, as a text in quotes");
        }
        try {
            Pattern.compile(literal.getLiteral());
        } catch (PatternSyntaxException wrong) {
            throw broken(node, "the pattern is no regular expression: " + wrong.getDescription());
        }
    }

    private void reference(ASTReference node) {
        boolean isRow = node.jjtGetNumChildren() == 2
                && node.jjtGetChild(0) instanceof ASTIdentifier head
                && head.getName().equals(ExpressionContext.ROW)
                && node.jjtGetChild(1) instanceof ASTArrayAccess access
                && access.jjtGetNumChildren() == 1
                && access.jjtGetChild(0) instanceof ASTStringLiteral;
        if (!isRow) {
            throw broken(
                    node,
                    "a value has no parts; a column whose name is no word is written row['its name'], an element of a list "
                            + ExpressionFunction.ITEM.usage());
        }
        names.add(((ASTStringLiteral) node.jjtGetChild(1).jjtGetChild(0)).getLiteral());
    }

    private void name(ASTIdentifier node) {
        if (node.getName().equals(ExpressionContext.ROW)) {
            throw broken(node, "row is followed by the name of a column: row['its name']");
        }
        names.add(node.getName());
    }

    private static BrokenExpressionException broken(JexlNode node, String reason) {
        JexlInfo place = node.jexlInfo();
        return new BrokenExpressionException(
                place == null ? 1 : place.getLine(), place == null ? 1 : place.getColumn(), reason);
    }
}
