"""The addresses of the room include."""

from alongside.include.web import urls_circles

app_name = "include"
urlpatterns = [*urls_circles.urlpatterns]
