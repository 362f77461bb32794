package io.goldsmith.connect.mapping;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPropertyGet;
import org.apache.commons.jexl3.introspection.JexlPropertySet;
import org.apache.commons.jexl3.introspection.JexlUberspect;

/**
 * All that an expression can reach: the functions of {@link ExpressionFunction} and the columns of its row. It takes the place of the
 * engine's own way to classes, methods and properties, so that there is no reflection to get round.
 */
final class ExpressionSandbox implements JexlUberspect {

    @Override
    public JexlMethod getMethod(Object object, String name, Object... arguments) {
        Optional<ExpressionFunction> function =
                object instanceof ExpressionContext ? ExpressionFunction.named(name) : Optional.empty();
        return function.filter(known -> known.takes(arguments.length))
                .<JexlMethod>map(FunctionCall::new)
                .orElse(null);
    }

    @Override
    public JexlPropertyGet getPropertyGet(Object object, Object name) {
        return object instanceof ExpressionContext context && name instanceof String column
                ? new ColumnOfRow(context, column)
                : null;
    }

    @Override
    public JexlPropertyGet getPropertyGet(List<PropertyResolver> resolvers, Object object, Object name) {
        return getPropertyGet(object, name);
    }

    @Override
    public JexlPropertySet getPropertySet(Object object, Object name, Object value) {
        return null;
    }

    @Override
    public JexlPropertySet getPropertySet(List<PropertyResolver> resolvers, Object object, Object name, Object value) {
        return null;
    }

    @Override
    public JexlMethod getConstructor(Object type, Object... arguments) {
        return null;
    }

    @Override
    public Iterator<?> getIterator(Object object) {
        return null;
    }

    @Override
    public Class<?> getClassByName(String name) {
        return null;
    }

    @Override
    public ClassLoader getClassLoader() {
        return null;
    }

    @Override
    public void setClassLoader(ClassLoader loader) {
        // There are no classes to load.
    }

    @Override
    public JexlArithmetic.Uberspect getArithmetic(JexlArithmetic arithmetic) {
        return null;
    }

    @Override
    public JexlOperator.Uberspect getOperator(JexlArithmetic arithmetic) {
        return null;
    }

    @Override
    public List<PropertyResolver> getResolvers(JexlOperator operator, Object object) {
        return List.of();
    }

    @Override
    public int getVersion() {
        return 1;
    }

    private record FunctionCall(ExpressionFunction function) implements JexlMethod {

        @Override
        public Object invoke(Object context, Object... arguments) {
            return function.call(arguments);
        }

        @Override
        public Object tryInvoke(String name, Object context, Object... arguments) {
            return JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean tryFailed(Object result) {
            return result == JexlEngine.TRY_FAILED;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }
    }

    private record ColumnOfRow(ExpressionContext context, String column) implements JexlPropertyGet {

        @Override
        public Object invoke(Object row) {
            return context.value(column);
        }

        @Override
        public Object tryInvoke(Object row, Object name) {
            return JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean tryFailed(Object result) {
            return result == JexlEngine.TRY_FAILED;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }
    }
}
