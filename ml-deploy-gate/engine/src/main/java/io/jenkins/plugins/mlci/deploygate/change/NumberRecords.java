package io.jenkins.plugins.mlci.deploygate.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records of numbers as JSON objects; a number that is NaN is left out. */
final class NumberRecords {
    private NumberRecords() {}

    static void write(Record numbers, ObjectNode to) {
        for (RecordComponent component : numbers.getClass().getRecordComponents()) {
            double value;
            try {
                value = (double) component.getAccessor().invoke(numbers);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record of numbers cannot be read.", e);
            }
            if (Double.isFinite(value)) {
                to.put(component.getName(), value);
            }
        }
    }

    /** The record in this object; what is missing, negative or no finite number is NaN. */
    static <R extends Record> R read(Class<R> type, JsonNode from) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JsonNode node = from.path(components[i].getName());
            double value = node.isNumber() ? node.doubleValue() : Double.NaN;
            values[i] = Double.isFinite(value) && value >= 0 ? value : Double.NaN;
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of numbers cannot be made.", e);
        }
    }
}
