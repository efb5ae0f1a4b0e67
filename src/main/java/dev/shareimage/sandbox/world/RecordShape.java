package dev.shareimage.sandbox.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of a record type, its constructor and its accessors. */
final class RecordShape {

    private final RecordComponent[] components;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        components = type.getRecordComponents();
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = components[i].getType();
        }
        try {
            constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    int size() {
        return components.length;
    }

    String name(int index) {
        return components[index].getName();
    }

    Type type(int index) {
        return components[index].getGenericType();
    }

    int indexOf(String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(constructor.getDeclaringClass().getSimpleName() + " has no member " + name);
    }

    /** The default values of the components. */
    @Nullable
    Object[] defaults() {
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = defaultOf(type(i));
        }
        return values;
    }

    Object create(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Nullable
    Object value(Object entity, int index) {
        try {
            return components[index].getAccessor().invoke(entity);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object defaultOf(Type type) {
        if (type instanceof ParameterizedType) {
            return List.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
