package labelwright.workbench;

import labelwright.model.Item;

/// How the items of a file with several pages are called: the first like the file, the others with `#2`, `#3` behind it.
final class PageNames {
    private PageNames() {}

    /// What stands behind the name of the file.
    ///
    /// @param page from 0
    static String ending(int page) {
        return page == 0 ? "" : "#" + (page + 1);
    }

    /// The name without its page.
    static String file(String name, int page) {
        String ending = ending(page);
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }

    static String file(Item item) {
        return file(item.name(), item.media().page());
    }
}
