"""Django's `url` tag, which looks an address without arguments up once instead of once a page.

A page has twenty such addresses, and they stay the same as long as the server runs.
"""

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.urls import NoReverseMatch

from alongside.web.places import fixed_place

register = template.Library()


class _Fixed(URLNode):
    """An address without arguments; kept under a name, it is "" where there is no such page."""

    def render(self, context: template.Context) -> str:
        """The address, or nothing where it is kept under a name."""
        try:
            address = fixed_place(self.view_name.var)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = ""
        if self.asvar is None:
            return address
        context[self.asvar] = address
        return ""


@register.tag
def url(parser: Parser, token: Token) -> URLNode:
    """As Django's own: `{% url 'room:page' id as name %}`."""
    node: Any = django_url(parser, token)
    varies = node.args or node.kwargs or node.view_name.filters or not isinstance(node.view_name.var, str)
    return node if varies else _Fixed(node.view_name, [], {}, node.asvar)
