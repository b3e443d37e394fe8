package labelwright.ui.train;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import labelwright.workbench.Family;

/// One setting of the form: what is typed, and whether it can be used.
final class SettingField {
    private final Family.Setting setting;
    private final StringProperty text;
    private final ObjectBinding<SettingCheck> check;

    SettingField(Family.Setting setting) {
        this.setting = setting;
        text = new SimpleStringProperty(this, setting.key(), setting.defaultValue());
        check = Bindings.createObjectBinding(() -> SettingCheck.of(setting, text.get()), text);
    }

    Family.Setting setting() {
        return setting;
    }

    String key() {
        return setting.key();
    }

    StringProperty text() {
        return text;
    }

    ObjectBinding<SettingCheck> check() {
        return check;
    }

    boolean isDefault() {
        return text.get().strip().equals(setting.defaultValue());
    }

    void reset() {
        text.set(setting.defaultValue());
    }
}
