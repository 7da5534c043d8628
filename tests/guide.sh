# The plugin guide's code, for check_guide.sh and check_install.sh; wants $root.

# the nth block of C in the guide
block() {
    awk -v want="$1" '/^```c$/ { n++; inside = n == want; next } /^```$/ { inside = 0 } inside' "$root/docs/plugin-guide.md"
}

# the whole plugin: the other blocks stand before the plugin's row, which then names them
whole_plugin() {
    block 1 | sed '/^static const jx_plugin digital/,$d'
    block 2
    block 3
    block 4
    block 1 | sed -n '/^static const jx_plugin digital/,$p' |
        sed 's/^    \.defaults = JX_LIST(defaults),/&\n    .measures = JX_LIST(measures),\n    .loss_codes = JX_LIST(loss_codes),\n    .fields = JX_LIST(fields),\n    .inputs = JX_LIST(inputs),\n    .create = create,\n    .lose = lose,/'
}

# a project of its category, worth 69: 60 % of 80 %, less 3 complaints
whole_project() {
    cat <<'PROJECT'
[project]
id = guide
name = 指南示例

[indicator online]
category = digital
subcategory = service
name = 网办率
measure = online
target = 80
weight = 100
PROJECT
}

whole_actuals() {
    printf 'indicator,actual,handled,complaints\nonline,30,50,3\n'
}
