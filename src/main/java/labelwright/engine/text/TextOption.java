package labelwright.engine.text;

/// One hyper-parameter of a family of text models.
///
/// @param key in recipes and on the command line
/// @param defaultValue a number, or `auto` where that is accepted
/// @param isWhole whether only whole numbers are accepted
/// @param meaning one English line for recipes and the command line
public record TextOption(String key, String defaultValue, double least, double most, boolean isWhole, String meaning) {

    public boolean acceptsAuto() {
        return defaultValue.equals("auto");
    }
}
